import { expect, test } from 'vitest'
import { cleanedHtml } from '../../../renderer/features/minutes/pasted-html'
import { payloads } from '../../helpers/payloads'

test('[MIN7] of any pasted payload no handler, style, script or address that loads is left', () => {
  for (const payload of payloads('http://127.0.0.1:9/')) {
    const clean = cleanedHtml(payload)
    expect(clean, payload).not.toMatch(
      /<(script|style|iframe|object|embed|svg|math|img|link|meta|base|form|input|video|audio|body)/i,
    )
    const tags = clean.match(/<[^>]+>/g) ?? []
    for (const tag of tags) expect(tag, payload).toMatch(/^<\/?[a-z0-9]+( (href|alt|colspan|rowspan|start)="[^"]*")*>$/)
    expect(cleanedHtml(clean)).toBe(clean)
  }
})

test('[MIN7] text, lists, tables, links and marks stay, also those that other programs say by style', () => {
  const table = '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'
  const whole = `<h2>Data</h2><p>one <a href="https://example.org/">link</a><br>two</p><ul><li>x</li></ul>${table}`
  expect(cleanedHtml(whole)).toBe(whole)
  expect(cleanedHtml('<meta charset="utf-8"><b style="font-weight:normal" id="docs"><p>Text</p></b>')).toBe('<p>Text</p>')
  expect(cleanedHtml('<p><span style="font-weight:700;font-style:italic">so</span></p>')).toBe(
    '<p><span><em><strong>so</strong></em></span></p>',
  )
  expect(cleanedHtml('<font color="red">so <o:p>it</o:p> is</font>')).toBe('so it is')
})

test('[MIN7] nesting without end is text in the end: a paste that fails would be done by the browser', () => {
  const deep = cleanedHtml(`${'<div>'.repeat(20_000)}so<script>run()</script> it<img src=x> is`)
  expect(deep.replace(/<[^>]*>/g, '')).toBe('so it is')
  expect(deep.match(/<div>/g)?.length).toBe(200)
})

test('[MIN7] what this editor copied keeps what it says of itself', () => {
  const own = '<p data-pm-slice="1 1 []">x</p><div data-record-line="" data-kind="action" data-id="a1"></div>'
  expect(cleanedHtml(own)).toBe(own)
  expect(cleanedHtml('<img data-material-id="m1" alt="plot" src="http://127.0.0.1/" onerror="x">')).toBe(
    '<img data-material-id="m1" alt="plot">',
  )
})
