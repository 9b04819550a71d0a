import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import { type Bundle, bundleFiles, type BundleInput } from '../../../shared/archive/bundle-files'
import { docIds } from '../../../shared/record/commit'
import type { ReviewSession } from '../../storage/review-session'
import { useHost } from '../../storage/use-host'
import { useReview, useSession } from '../../storage/use-review'

/** The review as it stands, as bytes. */
export function partsOf({ docs }: ReviewSession): BundleInput['parts'] {
  return docIds.map((docId) => ({ docId, update: Y.encodeStateAsUpdate(docs[docId]) }))
}

const PAUSE_MS = 300

/** What a bundle saved now would hold; null until it is known. Computed by the same function that the host writes by. */
export function useBundle(): Bundle | null {
  const session = useSession()
  const host = useHost()
  const record = useReview((snapshot) => snapshot.record)
  const [bundle, setBundle] = useState<Bundle | null>(null)
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const sha512 = [...new Set(Object.values(record.materials).map((material) => material.sha512))]
      const answer = await host.call('materials:missing', { sha512 })
      const missing = new Set(answer.ok ? answer.value.missing : [])
      const log = await session.log()
      if (isOver) return
      const present = new Set(sha512.filter((one) => !missing.has(one)))
      setBundle(bundleFiles({ parts: partsOf(session), log, withDesk: false, version: __APP_VERSION__, present }))
    }
    let timer = setTimeout(() => void look(), PAUSE_MS)
    // The record is not told of what is written in the minutes, here or in another window.
    const onWritten = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), PAUSE_MS)
    }
    const { minutes } = session.docs
    minutes.on('update', onWritten)
    return () => {
      isOver = true
      clearTimeout(timer)
      minutes.off('update', onWritten)
    }
  }, [session, host, record])
  return bundle
}
