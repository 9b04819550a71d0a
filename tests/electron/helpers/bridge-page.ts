import { connectHost } from '../../../renderer/host'

// The smallest page that has the bridge: what it hears and how the connection stands lie open for the test.
const host = connectHost()
const heard: string[] = []
const states: string[] = []
host.onEvent(({ type }) => heard.push(type))
host.onConnection((state) => states.push(state))
Object.assign(window, { host, heard, states, evaluated: evaluate() })

/** Asked here, because what a test evaluates in the page is exempt from the policy. */
function evaluate(): unknown {
  try {
    return eval('1')
  } catch {
    return 'refused'
  }
}
