import '../../ui/no-evaluation'
import type { ParserName } from './limits'
import { parse } from './parsers'
import type { Piece } from './text-file'

/** Understands files apart from the page: whatever is in them, the clock and the minutes go on. */
self.onmessage = ({ data }: MessageEvent<{ name: ParserName; piece: Piece }>) => {
  self.postMessage(parse(data.name, data.piece))
}
