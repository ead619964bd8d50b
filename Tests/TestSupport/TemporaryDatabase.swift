import Kernel
package import Storage
import StorageSQLite

/// A fresh, empty store of its own for one test.
package func temporaryDatabase() throws -> any Database {
    try SQLiteDatabase.inMemory()
}

/// A fresh store with the modules' tables in it.
package func temporaryDatabase(_ migrations: [Migration]) throws -> any Database {
    let database = try temporaryDatabase()
    try Migrator(migrations).migrate(database, at: Instant(milliseconds: 0))
    return database
}
