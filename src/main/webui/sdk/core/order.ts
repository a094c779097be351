/** The order in which one respondent meets pages, elements, options and rows; the seed alone decides it. */
import type { Code, Element, MaxDiff, Option, Page, Questionnaire, Row } from '../../contract/questionnaire'
import { inOrder, isDrawn } from './shuffle'

/** A page and its elements as they come. */
export interface DrawnPage {
  readonly page: Page
  readonly elements: readonly Element[]
}

export function drawnPages({ pages, shuffle }: Questionnaire, seed: number): readonly DrawnPage[] {
  const blocks: { readonly pinned?: boolean; readonly pages: Page[] }[] = []
  pages.forEach((page, i) => {
    if (i && page.block !== undefined && page.block === pages[i - 1]!.block) blocks[blocks.length - 1]!.pages.push(page)
    else blocks.push({ pinned: page.pinned, pages: [page] })
  })
  return inOrder(blocks, shuffle, '/pages', seed)
    .flatMap((block) => block.pages)
    .map((page) => ({ page, elements: inOrder(page.elements, page.shuffle, `/pages/${page.name}`, seed) }))
}

type WithOptions = Extract<Element, { readonly options: unknown }>
type WithRows = Extract<Element, { readonly rows: unknown }>

export function drawnOptions({ options, shuffle, name, type }: WithOptions, seed: number): readonly Option[] {
  // In a table of choices it is the rows that are shuffled, in max_diff each set for itself.
  return type === 'matrix_choice' || type === 'max_diff' ? options : inOrder(options, shuffle, name, seed)
}

export function drawnRows({ rows, shuffle, name }: WithRows, seed: number): readonly Row[] {
  return inOrder(rows, shuffle, name, seed)
}

/** @param set counted from 0 */
export function drawnSet({ options, sets, shuffle, name }: MaxDiff, set: number, seed: number): readonly Option[] {
  const items = sets[set]!.flatMap((code) => options.filter((option) => String(option.code) === String(code)))
  return inOrder(items, shuffle, `${name}_${set + 1}`, seed)
}

/** Every order that was drawn, whether or not all of it was to be seen: by question, set of max_diff, page, or `/pages`. */
export function presented(questionnaire: Questionnaire, seed: number): Record<string, readonly Code[]> {
  const orders: Record<string, readonly Code[]> = {}
  const pages = drawnPages(questionnaire, seed)
  if (isDrawn(questionnaire.shuffle)) orders['/pages'] = pages.map(({ page }) => page.name)
  for (const { page, elements } of pages) {
    if (isDrawn(page.shuffle)) orders[`/pages/${page.name}`] = elements.map(({ name }) => name)
    for (const element of elements) {
      if (!('shuffle' in element) || !isDrawn(element.shuffle)) continue
      if (element.type === 'max_diff') {
        element.sets.forEach((_, i) => (orders[`${element.name}_${i + 1}`] = drawnSet(element, i, seed).map(({ code }) => code)))
      } else {
        orders[element.name] =
          'rows' in element ? drawnRows(element, seed).map(({ name }) => name) : drawnOptions(element, seed).map(({ code }) => code)
      }
    }
  }
  return orders
}
