import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { inOrder } from '../../../shared/review/fields'
import { useHost } from '../../storage/use-host'
import { useOpenLink } from '../../storage/use-open-link'
import { useReview } from '../../storage/use-review'
import type { Target } from './addresses'
import styles from './document.module.css'
import { kindByName, materialNamed } from './kinds'
import { useShow } from './show'

/**
 * VIW5: a link out of the program is asked of the host, which has the last word; one to a file of this review opens it here; any other is
 * words. None is an address of the page: there is nothing to drag, to copy or to open in a window.
 */
export function InlineLink({ to, children }: { readonly to: Target; readonly children: ReactNode }) {
  const openLink = useOpenLink()
  const show = useShow()
  const material = useMaterialOf(to)
  if (to.kind === 'outside') {
    return (
      <span title={to.url}>
        <Link className={styles['link'] ?? ''} onPress={() => void openLink(to.url)}>
          {children}
        </Link>
      </span>
    )
  }
  if (material)
    return (
      <Link className={styles['link'] ?? ''} onPress={() => show(material.id)}>
        {children}
      </Link>
    )
  return (
    <span className={styles['nowhere']} title={to.address}>
      {children}
    </span>
  )
}

/** VIW5: only pictures among the review's materials are loaded; of any other the address is shown. */
export function InlinePicture({ of, alt }: { readonly of: Target; readonly alt: string }) {
  const host = useHost()
  const material = useMaterialOf(of)
  if (material && kindByName(material.name) === 'image')
    return <img src={host.materialUrl(material.sha512, material.name)} alt={alt} className={styles['picture']} />
  return (
    <span className={styles['absent']}>
      Picture: {alt === '' ? '' : `${alt}, `}
      {of.kind === 'outside' ? of.url : of.address}
    </span>
  )
}

function useMaterialOf(target: Target) {
  const materials = useReview(({ record }) => record.materials)
  return target.kind === 'file' ? materialNamed(inOrder(materials), target.name) : undefined
}
