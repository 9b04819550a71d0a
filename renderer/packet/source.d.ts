/** The script of a packet's page, bundled into one text by build/packet-script.ts. */
declare module '*?packet-script' {
  export const source: string
}
