import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, figure, isThere, json, need, notJudged, run, tempFolder, unpacked } from './helpers/judge.mjs'

// RND4: the calendar libraries of others read the actions as they were written: python-icalendar every one of them, todoman its to-dos, khal its
// appointments.

need('unzip')
need('python3')
const reader = fileURLToPath(new URL('helpers/actions.py', import.meta.url))
const todoman = ['todoman', 'todo'].find(isThere)
const khal = isThere('khal')

for (const name of ['sample', 'held', 'heavy', 'hostile']) {
  const bag = unpacked(bundle(name))
  const path = join(bag, 'data/action-plan/actions.ics')
  for (const line of readFileSync(path, 'utf8').split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))
  const { actions } = json(bag, 'data/action-plan/actions.json')
  const read = readBy(path)
  if (read === null) notJudged('Not judged: Python has no icalendar here (Debian: apt-get install python3-icalendar).')
  const clean = (text) => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')
  const wanted = actions.map(({ what, owner, due }) => [clean(owner === '' ? what : `${owner}: ${what}`), due])
  assert.deepEqual(
    read.todos.map(({ summary, due }) => [summary, due]),
    wanted,
  )
  assert.deepEqual(
    read.events.map(({ summary, start }) => [summary, start]),
    wanted.filter(([, due]) => due !== null),
  )
  const dates = new Set([...read.todos, ...read.events].map(({ stamp }) => stamp))
  assert.equal(dates.size, 1)
  const listed = todoman === undefined ? '' : `, ${listedBy(path, actions.length)} listed by todoman`
  const shown = khal ? `, ${shownBy(path, read.events.length)} shown by khal` : ''
  figure(`${name}: ${read.todos.length} to-dos and ${read.events.length} appointments as in the record${listed}${shown}`)
}
if (todoman === undefined) figure('todoman is not on this machine')
if (!khal) figure('khal is not on this machine')

/** A machine may have a Python beside that of its packages. */
function readBy(path) {
  const answers = ['python3', '/usr/bin/python3'].filter(isThere).map((python) => JSON.parse(run(python, [reader, path])))
  return answers.find((answer) => answer !== null) ?? null
}

/** How many to-dos todoman lists: a file of its own for each, as in a folder of a calendar server. */
function listedBy(path, count) {
  const home = tempFolder()
  mkdirSync(join(home, 'calendars', 'actions'), { recursive: true })
  const text = readFileSync(path, 'utf8')
  const [head = ''] = text.split('BEGIN:VTODO')
  const toDos = text.match(/BEGIN:VTODO[^]*?END:VTODO\r\n/g) ?? []
  toDos.forEach((toDo, at) => writeFileSync(join(home, 'calendars', 'actions', `${at}.ics`), `${head}${toDo}END:VCALENDAR\r\n`))
  const config = join(home, 'todoman')
  mkdirSync(config)
  writeFileSync(
    join(config, 'config.py'),
    `path = "${join(home, 'calendars')}/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n`,
  )
  writeFileSync(join(config, 'todoman.conf'), `[main]\npath = ${join(home, 'calendars')}/*\n`)
  const env = { XDG_CONFIG_HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: home, HOME: home }
  const listed = JSON.parse(run(todoman, ['--porcelain', 'list'], { env }))
  assert.equal(listed.length, count)
  return listed.length
}

/** How many appointments khal shows after it has taken in the file: each by the id that it has there. */
function shownBy(path, count) {
  const home = tempFolder()
  const calendar = join(home, 'calendar')
  mkdirSync(calendar)
  const formats = ['dateformat', 'longdateformat'].map((name) => `${name} = %Y-%m-%d\n`).join('')
  const times = ['datetimeformat', 'longdatetimeformat'].map((name) => `${name} = %Y-%m-%d %H:%M\n`).join('')
  writeFileSync(
    join(home, 'config'),
    `[calendars]\n[[actions]]\npath = ${calendar}\n[default]\ndefault_calendar = actions\n[locale]\ntimeformat = %H:%M\n${formats}${times}`,
  )
  const env = { XDG_CONFIG_HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: home, HOME: home }
  const ask = (...args) => run('khal', ['--config', join(home, 'config'), ...args], { env })
  ask('import', '--batch', path)
  const ids = ask('list', '--day-format', '', '--format', '{uid}', '2020-01-01', '2060-01-01').split('\n').filter(Boolean)
  assert.equal(new Set(ids).size, count)
  for (const id of ids) assert.ok(readFileSync(path, 'utf8').replaceAll('\r\n ', '').includes(`UID:${id}`), id)
  return count
}
