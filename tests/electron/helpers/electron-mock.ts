/** The stub that the module mocked as 'electron' stands for at the moment. */
export const stub: { current: Record<string, unknown> } = { current: {} }

/** For `vi.mock('electron', ...)`: every name leads to the stub of the moment, so that each test has its own. */
export function electronMock(): Record<string, unknown> {
  const names = [
    'app',
    'screen',
    'ipcRenderer',
    'session',
    'dialog',
    'shell',
    'ipcMain',
    'protocol',
    'contextBridge',
    'utilityProcess',
    'BrowserWindow',
    'Menu',
  ]
  const target = function () {} as unknown as Record<string, unknown>
  const lookup = (name: string) => ({
    get(_target: unknown, key: PropertyKey) {
      const owner = stub.current[name] as Record<PropertyKey, unknown>
      const value = owner[key]
      return typeof value === 'function' ? (value.bind(owner) as unknown) : value
    },
    construct: (_target: unknown, args: unknown[]) => new (stub.current[name] as new (...args: unknown[]) => object)(...args),
  })
  return Object.fromEntries(names.map((name) => [name, new Proxy(target, lookup(name))]))
}
