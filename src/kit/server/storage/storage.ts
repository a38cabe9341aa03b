/** Where files lie that belong to rows. Names are made by us: letters, digits, dashes, and a slash between a workspace and an id. */
export type Storage = {
  /** Takes a file of this machine over, under a name: whoever reads sees all of it or nothing. */
  take(name: string, file: string, mediaType: string): Promise<void>;
  /** The bytes; undefined where there is nothing under the name. */
  open(name: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
  /** What lies under a workspace, and since when. */
  list(workspace: string): AsyncIterable<{ readonly name: string; readonly writtenAt: Temporal.Instant }>;
};

export type S3Settings = {
  /** `https://s3.eu-central-1.amazonaws.com`, or the address of any storage that speaks the same. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
};
