import { DropZone, FileTrigger } from 'react-aria-components'
import { LARGEST_MATERIAL_WORDS } from '../../../shared/review/materials'
import { inOrder } from '../../../shared/review/fields'
import { useMayEdit } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { useOpenMaterial } from '../../ui/open-material'
import { Progress } from '../../ui/progress'
import { MaterialRow } from './material-row'
import styles from './materials.module.css'
import { useUploads } from './use-uploads'

/** What is looked at in the review; each file streams into the store of this computer under the hash of its bytes. */
export function Materials() {
  const openMaterial = useOpenMaterial()
  const materials = useReview(({ record }) => record.materials)
  const { mayEdit } = useMayEdit()
  const uploads = useUploads()
  const list = inOrder(materials)
  const ids = list.map(({ id }) => id)
  return (
    <DropZone
      className={styles['materials'] ?? ''}
      aria-label="Materials; drop files to add them"
      isDisabled={!mayEdit}
      onDrop={(event) =>
        void Promise.all(event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))).then(uploads.add)
      }
    >
      {list.length === 0 && uploads.list.length === 0 && (
        <EmptyState title="No materials yet">
          Slides, model card, notebooks, data: drop the files here or choose them. Up to {LARGEST_MATERIAL_WORDS} each; they are
          copied, the originals stay where they are.
        </EmptyState>
      )}
      {list.length > 0 && (
        <ul>
          {list.map((material) => (
            <MaterialRow key={material.id} material={material} mayEdit={mayEdit} onOpen={() => openMaterial(material.id, ids)} />
          ))}
        </ul>
      )}
      {uploads.list.map((upload) =>
        upload.error ? (
          <p key={upload.id} className={styles['failed']} role="alert">
            <Icon name="warning" />
            <span>{upload.error}</span>
            <Button size="small" onPress={() => uploads.dismiss(upload.id)}>
              Close
            </Button>
          </p>
        ) : (
          <Progress
            key={upload.id}
            label={upload.name}
            done={upload.sent}
            total={upload.total}
            onCancel={() => uploads.dismiss(upload.id)}
          />
        ),
      )}
      {mayEdit && (
        <div>
          <FileTrigger allowsMultiple onSelect={(files) => uploads.add([...(files ?? [])])}>
            <Button icon="add">Add files</Button>
          </FileTrigger>
        </div>
      )}
    </DropZone>
  )
}
