import { DropZone, FileTrigger } from 'react-aria-components'
import { LARGEST_MATERIAL_WORDS, type Material } from '../../../shared/review/materials'
import { inOrder } from '../../../shared/review/fields'
import { useAct, useMayEdit } from '../../storage/use-act'
import { useHost } from '../../storage/use-host'
import { useReview } from '../../storage/use-review'
import { Button, IconButton } from '../../ui/button'
import { EditableText } from '../../ui/draft-field'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Progress } from '../../ui/progress'
import styles from './materials.module.css'
import { useUploads } from './use-uploads'
import { sizeWords } from '../../ui/words'

/** What is looked at in the review; each file streams into the store of this computer under the hash of its bytes. */
export function Materials() {
  const materials = useReview(({ record }) => record.materials)
  const { mayEdit } = useMayEdit()
  const uploads = useUploads()
  const list = inOrder(materials)
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
            <MaterialRow key={material.id} material={material} mayEdit={mayEdit} />
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

function MaterialRow({ material, mayEdit }: { readonly material: Material; readonly mayEdit: boolean }) {
  const act = useAct()
  const host = useHost()
  const agenda = useReview(({ record }) => record.agenda)
  const items = inOrder(agenda)
  const attached = items.filter((item) => item.materialIds.includes(material.id))
  const materialId = material.id
  return (
    <li className={styles['row']}>
      <Icon name="file" />
      <EditableText
        label="Name"
        value={material.name}
        isReadOnly={!mayEdit}
        onCommit={(name) => act('renameMaterial', { materialId, name })}
      />
      <span className={styles['size']} data-figures="">
        {sizeWords(material.bytes)}
      </span>
      <Menu
        label={`Agenda items of ${material.name}`}
        trigger={
          <Button size="small" look="quiet" icon="attach" isDisabled={!mayEdit || items.length === 0}>
            {attached.length === 0
              ? 'Attach to an item'
              : attached.map((item) => `${items.indexOf(item) + 1} ${item.title}`).join(', ')}
          </Button>
        }
        entries={items.map((item, at) => ({
          key: item.id,
          label: `${at + 1} ${item.title}`,
          isChosen: attached.includes(item),
          onChoose: () => void act('attachMaterial', { materialId, itemId: item.id, attached: !attached.includes(item) }),
        }))}
      />
      <a
        href={host.materialUrl(material.sha512, material.name)}
        target="_blank"
        rel="noopener noreferrer"
        className={styles['open']}
        aria-label={`Open ${material.name}`}
      >
        Open
      </a>
      {mayEdit && (
        <IconButton
          icon="remove"
          label={`Remove ${material.name}`}
          size="small"
          onPress={() => void act('removeMaterial', { materialId })}
        />
      )}
    </li>
  )
}
