import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { median, rowOf } from './helpers/figures.mjs'

/** P12: the minutes as PDF, with every character looked at, beside Typst alone setting and writing the same paper. */
export async function rows({ runs, load, log }) {
  const { minutesOf } = await load('tests/bench/helpers/long-minutes.ts')
  const { pdfPrinter } = await load('electron/host/archive/pdf.ts')
  const { readFaces } = await load('electron/host/archive/fonts.ts')
  const { typstData } = await load('electron/host/archive/typst-data.ts')
  const { TYPST_TEMPLATE } = await load('electron/host/archive/typst-template.ts')
  const { facePaths } = await load('build/faces.mjs')
  const print = pdfPrinter(facePaths)
  const bare = NodeCompiler.create({ fontArgs: [{ fontBlobs: readFaces(facePaths) }] })

  const measured = []
  for (const pages of [10, 100]) {
    const samples = { ours: [], typst: [] }
    for (let round = -1; round < runs; round++) {
      if (round >= 0) log(`minutes of about ${pages} pages, round ${round + 1} of ${runs}`)
      // Typst keeps what it has set for the whole process: every paper has a text of its own.
      const paper = minutesOf(pages, `ours ${round}`)
      const ours = timed(() => print(paper))
      const json = typstData(minutesOf(pages, `bare ${round}`))
      const typst = timed(() => {
        const { result } = bare.compile({ mainFileContent: TYPST_TEMPLATE, inputs: { paper: json } })
        if (!result) throw new Error('Typst could not set the paper')
        return bare.pdf(result)
      })
      if (round < 0) continue
      samples.ours.push(ours)
      samples.typst.push(typst)
    }
    measured.push(
      rowOf({
        name: `P12 minutes PDF of about ${pages} pages, p50`,
        sample: samples.ours,
        reference: 'Typst alone, the same paper',
        referenceSample: samples.typst,
        figure: median,
        runs,
        goal: 1.3,
      }),
    )
  }
  return measured
}

function timed(act) {
  const start = performance.now()
  act()
  return performance.now() - start
}
