/**
 * How a paper is set. The paper comes in as JSON and is only ever shown as text: nothing in it is read as markup. Sizes are relative, so that the
 * one-page paper can be set smaller as a whole.
 */
export const TYPST_TEMPLATE = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let ink = rgb("#16181d")
#let quiet = rgb("#565c6b")
#let hair = 0.6pt + rgb("#d3d7df")
#let shade = rgb("#f4f5f7")
#let faces = ("Room Sans", "Room Sans SC", "Room Sans KR", "Aroom", "Room Emoji")
#let page-width = if paper.format == "a4" { 210mm } else { 8.5in }
#let page-height = if paper.format == "a4" { 297mm } else { 11in }
#let side = if paper.isOnePage { 20mm } else { 23mm }
#let top = if paper.isOnePage { 16mm } else { 22mm }
#let bottom = if paper.isOnePage { 19mm } else { 24mm }
#let measure-width = page-width - 2 * side

#set document(title: paper.title, author: (), keywords: (), date: datetime(..paper.date))
#set text(font: faces, fallback: false, lang: "en", size: 10pt, fill: ink, hyphenate: false, overhang: true)
#set par(leading: 0.66em, spacing: 1em, justify: false)
#set page(
  width: page-width,
  height: page-height,
  margin: (x: side, top: top, bottom: bottom),
  footer: context {
    set text(size: 8pt, fill: quiet)
    line(length: 100%, stroke: hair)
    v(-0.4em)
    grid(
      columns: (1fr, auto),
      column-gutter: 2em,
      paper.foot,
      [#counter(page).display() of #counter(page).final().first()],
    )
  },
)
#set list(indent: 0.2em, body-indent: 0.7em, spacing: 0.6em, marker: text(fill: quiet)[•])
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em)

#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 1.32em)
#show heading.where(level: 1): set block(above: if paper.isOnePage { 1.4em } else { 1.75em }, below: 0.8em)
#show heading.where(level: 2): set text(size: 1.06em)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 3): set text(size: 1em)
#let title-size = (if paper.isOnePage { 1.75em } else { 2.05em }) * (if paper.title.len() > 60 { 0.82 } else { 1 })
#show title: set text(size: title-size, weight: 600)
#show title: set par(leading: 0.45em)
#show title: set block(above: 0.45em, below: 0em)
#show link: it => underline(stroke: 0.5pt + quiet, offset: 0.16em, it)

// A word longer than its line may end anywhere; scripts without blanks have rules of their own.
#let breaking(limit, body) = {
  show regex("[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}]{" + str(calc.max(6, limit)) + ",}|\p{Arabic}{60,}"): it => {
    it.text.clusters().join(h(0.001pt))
  }
  body
}

#let is-right(words) = {
  let first = words.match(regex("\p{L}"))
  first != none and first.text.match(regex("[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}]")) != none
}

#let directed(words, body, is-cell: false) = if is-right(words) {
  set text(dir: rtl, lang: "ar")
  // A short text in a cell stays below the head of its column.
  set align(if is-cell and words.len() < 120 { left } else { right })
  body
} else { body }

#let lines(words) = words.split("\n").map(line => text(line)).join(linebreak())

#let one-run(it) = {
  let body = lines(it.text)
  if it.at("code", default: false) { body = box(fill: shade, inset: (x: 0.2em), outset: (y: 0.2em), radius: 1.5pt, text(size: 0.95em, body)) }
  if it.at("bold", default: false) { body = text(weight: 600, body) }
  if it.at("italic", default: false) { body = text(style: "italic", body) }
  if it.at("strike", default: false) { body = strike(body) }
  let href = it.at("href", default: none)
  if href != none { link(href, body) } else { body }
}

#let words-of(runs) = ("", ..runs.map(it => it.text)).join("")
#let set-runs(runs) = ([], ..runs.map(one-run)).join()

#let set-text(it) = {
  let look = it.at("look", default: none)
  let body = set-runs(it.runs)
  directed(words-of(it.runs), {
    if look == "strong" { block(above: 1.2em, below: 0.6em, sticky: true, text(weight: 600, size: 1.06em, body)) }
    else if look == "label" { block(above: 1.1em, below: 0.5em, sticky: true, text(weight: 600, size: 0.86em, fill: quiet, body)) }
    else if look == "quiet" { par(text(fill: quiet, size: 0.92em, body)) }
    else { par(body) }
  })
}

#let set-facts(facts) = block(
  width: 100%,
  fill: shade,
  inset: (x: 1.2em, y: 1.1em),
  radius: 3pt,
  above: 1.5em,
  below: 0.5em,
  grid(
    columns: (1.35fr, 1fr, 1.1fr, 1.1fr),
    column-gutter: 1.2em,
    ..facts.map(fact => {
      set par(spacing: 0.45em, leading: 0.45em)
      par(text(size: 0.82em, fill: quiet, fact.name))
      par(text(size: 1.18em, weight: 600, fact.value))
      if fact.note != "" { par(text(size: 0.82em, fill: quiet, fact.note)) }
    })
  ),
)

#let set-table(it) = {
  let shares = it.columns.filter(column => column.share != none)
  let total = shares.map(column => column.share).sum(default: 1)
  let fits = it.columns.filter(column => column.share == none)
  let left-over = measure-width - fits.map(column => if column.at("isNumber", default: false) { 40pt } else { 66pt }).sum(default: 0pt)
  let limit = column => {
    if column.share == none { 40 } else { calc.floor((left-over * (column.share / total) - 9pt) / 4.9pt) }
  }
  let count = it.rows.len()
  let cell(column, runs, ..more) = {
    let size = words-of(runs).len()
    table.cell(
      align: if column.at("isNumber", default: false) { right + std.top } else { left + std.top },
      breakable: size > 600,
      ..more,
      breaking(limit(column), directed(words-of(runs), set-runs(runs), is-cell: true)),
    )
  }
  let has-header = it.columns.any(column => column.title != "")
  let has-total = it.at("hasTotal", default: false)
  set text(size: 0.92em)
  set par(leading: 0.55em, spacing: 0.6em)
  block(above: 0.9em, below: 1.1em, table(
    columns: it.columns.map(column => if column.share == none { auto } else { column.share * 1fr }),
    inset: (left: 0pt, right: 0.95em, y: 0.5em),
    stroke: (x, y) => (bottom: if has-total and y == count { none } else { hair }),
    ..if has-header {
      (table.header(repeat: true, ..it.columns.map(column => table.cell(
        align: if column.at("isNumber", default: false) { right + std.bottom } else { left + std.bottom },
        text(size: 0.88em, weight: 600, fill: quiet, breaking(limit(column), lines(column.title))),
      ))),)
    } else { () },
    ..it.rows.enumerate().map(((at, row)) => row.enumerate().map(((column, runs)) => {
      let bold = runs.map(each => each + (bold: has-total and at + 1 == count or each.at("bold", default: false)))
      cell(it.columns.at(column), bold)
    })).flatten(),
  ))
}

#let set-chart(it) = {
  let row = 1.75em
  let strip(side, body) = box(width: 100%, height: row, clip: true, align(side + horizon, text(fill: quiet, body)))
  block(above: 1.4em, below: 1.2em, breakable: false, {
    set text(size: 0.86em)
    set par(spacing: 0.7em)
    grid(
      columns: (1.5fr, 2.2fr, 6.6em),
      column-gutter: 1.2em,
      stack(dir: ttb, ..it.names.map(name => strip(left, box(width: 60em, name)))),
      image(bytes(it.bars), format: "svg", width: 100%, height: row * it.names.len(), fit: "stretch", alt: it.words),
      stack(dir: ttb, ..it.values.map(value => strip(right, value))),
    )
    par(text(fill: quiet, it.legend))
  })
}

#let set-blocks(blocks) = {
  for it in blocks {
    if it.kind == "heading" { directed(it.text, heading(level: it.level, lines(it.text))) }
    else if it.kind == "text" { set-text(it) }
    else if it.kind == "list" {
      if it.start == none { list(..it.items.map(set-blocks)) } else { enum(start: it.start, ..it.items.map(set-blocks)) }
    }
    else if it.kind == "quote" { quote(block: true, block(stroke: (left: 2pt + rgb("#d3d7df")), inset: (left: 1em, y: 0.1em), set-blocks(it.blocks))) }
    else if it.kind == "code" { block(width: 100%, fill: shade, inset: 0.8em, radius: 3pt, text(size: 0.88em, breaking(24, lines(it.text)))) }
    else if it.kind == "line" {
      block(width: 100%, fill: shade, inset: (x: 0.9em, y: 0.65em), radius: 3pt, above: 0.9em, below: 0.9em, {
        if it.label != "" { text(weight: 600, it.label + "  ") }
        lines(it.text)
        if it.note != "" { text(fill: quiet, " (" + it.note + ")") }
      })
    }
    else if it.kind == "box" {
      block(width: 100%, stroke: (left: 2.5pt + ink), inset: (left: 1.2em, y: 0.15em), above: 1em, below: 1.4em, set-blocks(it.blocks))
    }
    else if it.kind == "together" { block(breakable: false, above: 2.4em, set-blocks(it.blocks)) }
    else if it.kind == "facts" { set-facts(it.facts) }
    else if it.kind == "chart" { set-chart(it) }
    else if it.kind == "table" { set-table(it) }
  }
}

#let whole = breaking(46, {
  block(below: 0em, text(size: 0.88em, weight: 600, fill: quiet, paper.kind))
  breaking(24, directed(paper.title, title()))
  if paper.subtitle != "" { block(above: 1.5em, text(size: 1.12em, fill: quiet, directed(paper.subtitle, lines(paper.subtitle)))) }
  v(0.3em)
  set-blocks(paper.blocks)
})

#if paper.isOnePage {
  context {
    let sizes = (10pt, 9.6pt, 9.2pt, 8.8pt, 8.4pt, 8pt)
    let space = page-height - top - bottom
    let fits(size) = measure(width: measure-width, text(size: size, whole)).height <= space
    text(size: { let found = sizes.find(fits); if found == none { 9.2pt } else { found } }, whole)
  }
} else { whole }
`
