/** Outcome of an operation that may fail in an expected way. Exceptions are reserved for our own bugs. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error }
}

/** Value of a result that cannot have failed; throws (our bug) if it did. */
export function unwrap<Value, Failure>(result: Result<Value, Failure>): Value {
  if (result.ok) return result.value
  throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`)
}

/** Makes a switch exhaustive at compile time and loud at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
