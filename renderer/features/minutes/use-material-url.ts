import { useCallback } from 'react'
import { useHost } from '../../storage/use-host'
import { useSession } from '../../storage/use-review'

/** Address of a material's bytes in the store; '' when it was removed. */
export function useMaterialUrl(): (materialId: string) => string {
  const host = useHost()
  const session = useSession()
  return useCallback(
    (materialId) => {
      const material = session.store.getState().record.materials[materialId]
      return material ? host.materialUrl(material.sha512, material.name) : ''
    },
    [host, session],
  )
}
