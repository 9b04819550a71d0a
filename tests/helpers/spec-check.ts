import ts from 'typescript'

export interface SourceText {
  readonly path: string
  readonly text: string
}

export interface SpecFindings {
  /** Rules that SPEC.md defines more than once. */
  readonly twice: string[]
  /** Rules that no test title quotes. */
  readonly untested: string[]
  /** Rules that no source comment quotes. */
  readonly unenforced: string[]
  /** Quotes of rules that SPEC.md does not have: `path: ID`. */
  readonly unknown: string[]
}

const ruleLine = /^- \*\*\[([A-Z]+\d+)\]\*\*/gm
const bracketed = /\[([A-Z]+\d+)\]/g
const word = /\b([A-Z]+)(\d+)\b/g

/**
 * Compares the rules of SPEC.md with the test titles and source comments that quote them, both ways.
 * In tests a rule is quoted as `[TIM1]` in a title, in sources as the word `TIM1` in a comment or as a whole string.
 */
export function checkSpec(spec: string, tests: readonly SourceText[], sources: readonly SourceText[]): SpecFindings {
  const defined = [...spec.matchAll(ruleLine)].map((match) => match[1] ?? '')
  const rules = new Set(defined)
  const families = new Set(defined.map((id) => id.replace(/\d+$/, '')))
  const inTests = tests.flatMap(({ path, text }) =>
    titlesOf(path, text).flatMap((title) => idsOf(title).map((id) => ({ path, id }))),
  )
  const inSources = sources.flatMap(({ path, text }) => {
    const { comments, strings } = quotesOf(path, text)
    const words = comments.flatMap((comment) => [...comment.matchAll(word)]).filter((match) => families.has(match[1] ?? ''))
    return {
      commented: words.map((match) => ({ path, id: match[0] })),
      named: strings.filter((value) => families.has(value.replace(/\d+$/, ''))).map((id) => ({ path, id })),
    }
  })
  const commented = inSources.flatMap((source) => source.commented)
  const quotes = [...inTests, ...commented, ...inSources.flatMap((source) => source.named)]
  return {
    twice: defined.filter((id, index) => defined.indexOf(id) !== index),
    untested: [...rules].filter((id) => !inTests.some((quote) => quote.id === id)),
    unenforced: [...rules].filter((id) => !commented.some((quote) => quote.id === id)),
    unknown: [...new Set(quotes.filter(({ id }) => !rules.has(id)).map(({ path, id }) => `${path}: ${id}`))],
  }
}

function idsOf(title: string): string[] {
  return [...title.matchAll(bracketed)].map((match) => match[1] ?? '')
}

/** The titles given to `test`, `it` and `describe`, with `.each`, `.skip` and the like. */
function titlesOf(path: string, text: string): string[] {
  const titles: string[] = []
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) && isTestFunction(node.expression) ? node.arguments[0] : undefined
    if (title !== undefined && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) titles.push(title.getText())
    ts.forEachChild(node, visit)
  }
  visit(parse(path, text))
  return titles
}

function isTestFunction(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text)
  if (ts.isPropertyAccessExpression(callee)) return isTestFunction(callee.expression)
  return ts.isCallExpression(callee) && isTestFunction(callee.expression)
}

/** The comments of a source, and the strings in it that look like a rule id. */
function quotesOf(path: string, text: string): { comments: string[]; strings: string[] } {
  const file = parse(path, text)
  const comments = new Map<number, string>()
  const strings: string[] = []
  const visit = (node: ts.Node): void => {
    const ranges = [...(ts.getLeadingCommentRanges(text, node.pos) ?? []), ...(ts.getTrailingCommentRanges(text, node.end) ?? [])]
    for (const { pos, end } of ranges) comments.set(pos, text.slice(pos, end))
    if (ts.isStringLiteralLike(node) && /^[A-Z]+\d+$/.test(node.text)) strings.push(node.text)
    node.getChildren(file).forEach(visit)
  }
  visit(file)
  return { comments: [...comments.values()], strings }
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
}
