/** What the timer may be wrong by after four hours, and how often the host looks at its clocks, in ms. */
const LIMIT_MS = 250
const EVERY_MS = 1_000

/**
 * P10: four-hour meetings with sleep, throttled pages, set clocks and the end of summer time, in which the error of the time left is
 * looked at each second. True time is known, because both clocks of the machine are ours.
 */
export async function rows({ runs, load, log }) {
  const { longMeeting } = await load('tests/bench/helpers/long-meeting.ts')
  const meetings = runs * 4
  const errors = []
  for (let seed = 1; seed <= meetings; seed++) {
    if (seed % 5 === 0) log(`four-hour meeting ${seed} of ${meetings}`)
    errors.push(longMeeting(seed))
  }
  const most = (part) => Math.max(...errors.map((each) => each[part]))
  const least = (part) => Math.min(...errors.map((each) => each[part]))
  const row = (name, value, reference, referenceValue) => ({
    ...{ name, value, unit: 'ms', reference, referenceValue, ratio: value / referenceValue, runs: meetings, goal: 1 },
  })
  return [
    row('P10 timer error after 4 h, largest', most('atEndMs'), 'what is allowed', LIMIT_MS),
    row('P10 timer error after 4 h, largest', most('atEndMs'), 'a counted interval, smallest', least('countedMs')),
    row('P10 timer error in between, largest', most('largestMs'), 'what is allowed', LIMIT_MS),
    row(
      'P10 time until a set clock is right again, largest',
      most('unseenMs'),
      'one look of the host, a late one',
      EVERY_MS + 80,
    ),
  ]
}
