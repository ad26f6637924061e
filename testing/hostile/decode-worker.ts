// Decodes a page as the page worker does before it reads it, in a process that may die: what the fuzz sends its pages to.
import { AppError } from '../../core/errors.ts';
import { cleanPage, openPage, type PageSource } from '../../pipeline/clean/clean-page.ts';

export type DecodeAnswer =
  | { readonly ok: { readonly width: number; readonly height: number } }
  | { readonly error: string }
  | { readonly crash: string };

export default async function work(page: PageSource): Promise<DecodeAnswer> {
  try {
    const { legal } = await cleanPage(await openPage(page), { rotation: 0, slope: null });
    return { ok: { width: legal.width, height: legal.height } };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'input') return { error: thrown.code };
    return { crash: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}
