// PDF.js reads the file in this worker. From version 6 on it neither evaluates code nor runs scripts of a file here.
import 'pdfjs-dist/build/pdf.worker.mjs'

// In a damaged file PDF.js asks for parts whose answer it does not wait for. What it waits for, the page is told.
self.addEventListener('unhandledrejection', (event) => event.preventDefault())
