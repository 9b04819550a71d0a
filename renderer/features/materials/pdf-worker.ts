// PDF.js reads the file in this worker. From version 6 on it neither evaluates code nor runs scripts of a file here.
import 'pdfjs-dist/build/pdf.worker.mjs'
