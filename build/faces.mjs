import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root } from './root.mjs'

const packages = join(root, 'node_modules', '@expo-google-fonts')

/** The faces that papers are set in: Latin, Greek, Cyrillic, Devanagari; Chinese and Japanese; Korean; Arabic; pictures. */
export const facePaths = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
].map((face) => join(packages, face))

/**
 * Copies the faces, and the licence of each family, into a folder.
 * @param {string} folder
 */
export function copyFaces(folder) {
  mkdirSync(folder, { recursive: true })
  for (const path of facePaths) copyFileSync(path, join(folder, basename(path)))
  for (const family of new Set(facePaths.map((path) => dirname(dirname(path)))))
    copyFileSync(join(family, 'LICENSE_FONT'), join(folder, `${basename(family)}.LICENSE.txt`))
}
