import type { z } from 'zod'
import type { HostCall, hostContract, HostError, HostResponse } from '../../shared/host-contract'
import type { Result } from '../../shared/result'

/** A request as it is after parsing. */
export type Parsed<Name extends HostCall> = z.output<(typeof hostContract)[Name]['request']>

/** DSK10: one function per call of the contract, for both shells; a call without one does not compile. */
export type Handlers = { readonly [Name in HostCall]: (request: Parsed<Name>) => Promise<Result<HostResponse<Name>, HostError>> }
