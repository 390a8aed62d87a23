declare module "htmx.org" {
  /** The part of htmx that scripts here call. */
  const htmx: {
    swap(how: { text: string; target: Element; swap: string; select?: string; sourceElement?: Element }): Promise<void>;
  };
  export default htmx;
}
