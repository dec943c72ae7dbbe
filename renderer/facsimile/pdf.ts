/**
 * Pages of a PDF drawn by pdf.js, which is loaded when the first is asked for. Everything comes from the window's own
 * origin (`vite.config.ts` puts it there): no script of the file runs, nothing is fetched from elsewhere, no WebAssembly.
 */
type PdfJs = typeof import('pdfjs-dist');

interface Loaded {
  readonly pdfjs: PdfJs;
  /** Ours, not a file's: pdf.js opens no file while the worker of its own making is being closed with another. */
  readonly worker: InstanceType<PdfJs['PDFWorker']>;
}

let loaded: Promise<Loaded> | undefined;

function pdfJs(): Promise<Loaded> {
  loaded ??= import('pdfjs-dist').then((pdfjs) => {
    const port = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' });
    return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) };
  });
  return loaded;
}

/** No canvas is larger, in pixels of its width: a browser would not draw it. */
const WIDEST = 6000;

export interface OpenPdf {
  readonly pages: number;
  /** Draws a page (from 1), `width` CSS pixels wide. Rejects when it can't be drawn; a drawing before it is given up. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

/** Opens the PDF at an address. Rejects when it is none. */
export async function openPdf(url: string): Promise<OpenPdf> {
  const { pdfjs, worker } = await pdfJs();
  const base = new URL('./pdf/', document.baseURI).href;
  const task = pdfjs.getDocument({
    worker,
    url: new URL(url, document.baseURI).href,
    cMapUrl: `${base}cmaps/`,
    standardFontDataUrl: `${base}standard_fonts/`,
    wasmUrl: `${base}wasm/`,
    useWasm: false,
    disableWorkerRendering: true,
    isImageDecoderSupported: false,
  });
  const opened = await task.promise;
  let drawing: { cancel(): void; readonly promise: Promise<unknown> } | null = null;
  let asked = 0;
  return {
    pages: opened.numPages,
    async draw(number, canvas, width) {
      const mine = ++asked;
      drawing?.cancel();
      await drawing?.promise.catch(() => undefined);
      const page = await opened.getPage(number);
      // Another was asked for meanwhile: two can't be drawn on one canvas.
      if (mine !== asked) return;
      const natural = page.getViewport({ scale: 1 });
      const pixels = Math.min(WIDEST, width * window.devicePixelRatio);
      const viewport = page.getViewport({ scale: pixels / natural.width });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      drawing = page.render({ canvas, viewport });
      await drawing.promise.catch((error: unknown) => {
        if (!(error instanceof pdfjs.RenderingCancelledException)) throw error;
      });
    },
    close: () => void task.destroy(),
  };
}
