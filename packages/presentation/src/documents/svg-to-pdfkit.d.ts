declare module 'svg-to-pdfkit' {
  interface SvgOptions {
    /** Numbers of the drawing are points, not pixels. */
    assumePt?: boolean;
    fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
  }
  export default function svgToPdf(
    document: unknown,
    svg: string,
    x: number,
    y: number,
    options?: SvgOptions,
  ): void;
}
