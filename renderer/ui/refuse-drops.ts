/** BRW9: a file that nothing here takes is not opened by the browser, beside the program or in its place. */
export function refuseDrops(): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, refuse)
}
