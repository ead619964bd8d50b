package import Kernel
import Registry
import Storage
package import Web

extension Installation {
    /// The field `office` of a form: an open account of a bidder or villager within the reader's places.
    package func accountField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read { try .pick("office", label, of: PrivateAccount.self, request, $0, hint: hint) }
    }

    /// The field `division` of a form: any place.
    package func placeField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read {
            try .pick("division", label, of: DivisionName.self, request, $0, within: .root, hint: hint)
        }
    }

    /// The field `office` of a form: an open desk of an officer within the reader's places.
    package func deskField(_ label: Message, hint: Message, _ request: PageRequest) throws -> FormField {
        try database.read { try .pick("office", label, of: StaffDesk.self, request, $0, hint: hint) }
    }
}

extension Installation {
    /// What a place is called.
    package func findPlaceName(_ division: DivisionID) throws -> String? {
        try database.read { try DivisionQueries.find(division, in: $0)?.name }
    }
}
