import { printable } from '../../../shared/archive/names'

export type FindingKind =
  | 'altered' // a file is not what a manifest says
  | 'missing' // listed, and not there
  | 'not-fetched' // listed, and to be fetched from elsewhere
  | 'not-listed' // there, and in no manifest
  | 'not-checked' // listed with sums that cannot be computed here
  | 'oxum' // Payload-Oxum says something else than is there
  | 'unsafe' // a path that leads out of the bag, a link, a device
  | 'outside' // a file that lies beside the bag
  | 'malformed' // a file of the bag's own breaks a rule of the format

/** One thing that is wrong with a bag. `path` is as it is in the bag, `message` is one line that any screen can show. */
export interface Finding {
  readonly kind: FindingKind
  readonly path: string
  readonly message: string
}

const names: Readonly<Record<FindingKind, string>> = {
  altered: 'altered',
  missing: 'missing',
  'not-fetched': 'not fetched',
  'not-listed': 'not listed',
  'not-checked': 'not checked',
  oxum: '',
  unsafe: 'leads out of the bag',
  outside: 'outside the bag',
  malformed: 'malformed',
}

/** `altered: data/minutes/minutes.md`, with more words behind the path where there are any. */
export function finding(kind: FindingKind, path: string, more = ''): Finding {
  return { kind, path, message: printable(`${names[kind]}: ${path}${more === '' ? '' : `, ${more}`}`) }
}

/** VRF1: bytes and files of the payload as bag-info.txt says and as they are. */
export function oxumFinding(said: string, found: string): Finding {
  return { kind: 'oxum', path: 'bag-info.txt', message: printable(`Payload-Oxum says ${said} and is ${found}`) }
}
