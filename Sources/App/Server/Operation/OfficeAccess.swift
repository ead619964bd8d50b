import Kernel
package import Platform
import Web

/// Accounts and desks by their names, for the server's own forms; both read the store.
package struct OfficeAccess: Sendable {
    typealias Pick = @Sendable (_ label: Message, _ hint: Message, _ request: PageRequest) throws -> FormField

    let account: Pick
    let desk: Pick
    /// Any place, for whoever says where they live.
    let place: Pick

    /// Where there is no store: nothing can be chosen.
    package static let none = OfficeAccess(
        account: { label, hint, _ in .choice("office", label, [], hint: hint) },
        desk: { label, hint, _ in .choice("office", label, [], hint: hint) },
        place: { label, hint, _ in .text("division", label, hint: hint) })

    package static func of(_ installation: Installation) -> OfficeAccess {
        OfficeAccess(
            account: { try installation.accountField($0, hint: $1, $2) },
            desk: { try installation.deskField($0, hint: $1, $2) },
            place: { try installation.placeField($0, hint: $1, $2) })
    }
}
