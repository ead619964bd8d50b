import ArgumentParser
import Foundation
import Kernel
import Platform
import Registry
import Server
import Storage

/// `qianmo account OFFICE`: lets whoever holds a desk sign in, the administrator first of all; again, when the password
/// is lost. The second factor is set up by the person at the first sign-in. Decision record 0187.
struct Account: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.account.here)

    @Argument(help: "\(CLIText.accountOffice.here)") var office: String
    @Option(help: "\(CLIText.accountName.here)") var name: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        guard let id = OfficeID(office) else { throw Self.bad(CLIText.badValue(office)) }
        let database = try place.reading()
        guard let found = try database.read({ try OfficeQueries.find(id, in: $0) }), found.isOpen else {
            throw Self.bad(CLIText.noOffice(office))
        }
        let principal = found.principal
        // Bidders and villagers come in by their phone, or with a slip from the station.
        guard ![.bidder, .villager, .system].contains(principal.role) else { throw Self.bad(CLIText.notStaff(office)) }
        let name = try self.name.map(Self.readable)
        let now = SystemClock().now()
        let setup = try ServerSetup(
            folder: place.folder, database: place.address.signIns(), sender: nil, at: now)
        let account = try await setup.signIn.openStaff(principal, name: name, at: now)
        if place.isJSON {
            Console.json(["name": .string(account.name), "password": .string(account.password)])
        } else {
            Console.line(Console.language(CLIText.accountOpened(account.name, account.password)))
        }
    }

    /// The longest name to sign in with, in characters.
    private static let longest = 64

    /// A name as somebody can type it again: without signs nobody sees, in one line.
    private static func readable(_ text: String) throws -> String {
        let name: String
        do throws(Rejection) {
            name = try Name(text).text
        } catch {
            throw error.under("name")
        }
        guard name.unicodeScalars.count <= longest else {
            throw KernelRejection.tooLong(field: "name", limit: longest).rejection
        }
        return name
    }

    private static func bad(_ message: Message) -> Failure { Failure(message: Console.language(message), code: 2) }
}
