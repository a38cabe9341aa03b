import { err, ok, type Result } from '#kit/domain/result.ts';
import type { Bytes, Picture } from './bytes.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** More would be a trap for whoever opens it, or no photo of a person. */
const mostPixels = 60_000_000;

/**
 * A photo of a person as it is kept: PNG, JPEG or WebP by its bytes, whatever it is called, rebuilt from what shows the picture. Where it was
 * taken, who took it and whatever hangs on its end are left behind. Refused: `attachment.not_an_image`, `attachment.image_too_large`.
 */
export function readPhoto(bytes: Bytes): Result<Picture> {
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (!picture || picture.width < 1 || picture.height < 1) return err('attachment.not_an_image');
  if (picture.width * picture.height > mostPixels) return err('attachment.image_too_large');
  return ok(picture);
}
