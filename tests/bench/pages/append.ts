// One strict IndexedDB append: the least that keeps a commit.
const opening = indexedDB.open('bench')
opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
opening.onsuccess = () => {
  const database = opening.result
  const bytes = new Uint8Array(1024).map((_, at) => at)
  const append = () =>
    new Promise<number>((resolve, reject) => {
      const began = performance.now()
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').add({ bytes })
      transaction.oncomplete = () => resolve(performance.now() - began)
      transaction.onerror = () => reject(new Error(String(transaction.error)))
    })
  Object.assign(window, { append })
}
