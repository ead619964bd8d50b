package import Kernel
import Registry

/// A desk that may look at vouchers of a place, with the person behind it.
package struct ReviewDesk: Sendable, Hashable {
    package let person: PersonID
    package let role: Role

    /// The roles that may look at a voucher another has made.
    static let roles: Set<Role> = [.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer]
}

/// The two hands on a voucher: persons, not desks (Accounting Law art. 15; Caikuai 2024 no. 12, art. 21(2)).
struct SignedBy: Sendable, Hashable {
    let maker: OfficeID
    let makerPerson: PersonID?
    let reviewer: OfficeID
    let reviewerPerson: PersonID?
    let review: ReviewKind

    /// Whoever gives the command makes the voucher, and names the desk whose person will check it.
    init(_ maker: OfficeID?, _ reviewer: OfficeID, _ desk: ReviewDesk?, _ context: Context) throws(Rejection) {
        let own = context.principal.office
        guard maker == nil || maker == own else { throw LedgerRefusal.makerIsAnother() }
        guard reviewer != own else { throw LedgerRefusal.makerIsReviewer() }
        guard let desk, ReviewDesk.roles.contains(desk.role) else { throw LedgerRefusal.reviewerUnknown(reviewer) }
        guard desk.person != context.principal.person else { throw LedgerRefusal.makerIsReviewer() }
        self.maker = own
        makerPerson = context.principal.person
        self.reviewer = reviewer
        reviewerPerson = desk.person
        review = .named
    }

    /// Made at the desk that gives the command, by a rule of the program.
    init(program context: Context) {
        maker = context.principal.office
        makerPerson = context.principal.person
        reviewer = ProgramDesk.office
        reviewerPerson = nil
        review = .program
    }
}

/// Whether the parties and contracts that lines name are known.
package struct LineReferences: Sendable, Hashable {
    var party: PartyID?
    var contract: ContractID?

    /// Throws for the first that the register does not know.
    func check() throws(Rejection) {
        if let party { throw LedgerRefusal.partyUnknown(party) }
        if let contract { throw LedgerRefusal.contractUnknown(contract) }
    }
}
