/** The thread in which pdf.js reads files. */
import 'pdfjs-dist/build/pdf.worker.mjs';
