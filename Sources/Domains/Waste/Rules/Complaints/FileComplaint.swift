package import Kernel
package import Storage

/// Complains about waste: by somebody on their own account, or by a desk for somebody at its counter. An answer is owed within
/// the place’s hours (`waste.complaint.answerSeconds`).
package struct FileComplaint: WasteCommand {
    package var complaint: ComplaintID?
    package let place: DivisionID
    package let kind: ComplaintKind
    /// The point or station it is about.
    package var site: SiteID?
    package var words: Personal<String>?
    /// A photo of it.
    package var photo: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            complaint: pass.newName("complaint", \.complaint), place: pass.value("place", \.place),
            kind: pass.value("kind", \.kind), site: pass.optional("site", \.site),
            words: pass.optionalPersonal("words", \.words, of: .unnamed), photo: pass.optionalPaper("photo", \.photo))
    }

    package static let name = "fileComplaint"
    package static var title: Message { ComplaintText.fileComplaint }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .countyOfficer), .anywhere(.villager, .bidder),
    ]
    package static let refusals: [WasteRefusal] = [
        .placeUnknown, .complaintKnown, .siteUnknown, .wordsMissing, .complaintsUsedUp,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("complaint", identifier(context).text) }

    private func identifier(_ context: Context) -> ComplaintID { complaint ?? context.derivedIdentifier(.complaint) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        /// Whether the site named is one; true where none is named.
        package let isKnownSite: Bool
        /// How long the answer may take.
        package let seconds: Int64
        /// How many of one person may be open, and how many are.
        package let most: Int64
        package let open: Int64
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw WasteRefusal.placeUnknown(place) }
        guard state.complaint == nil else { throw WasteRefusal.complaintKnown(id) }
        if let site, !facts.isKnownSite { throw WasteRefusal.siteUnknown(site) }
        guard let said = words?.content, !said.isBlank else { throw WasteRefusal.wordsMissing() }
        // A desk writes down many people's; they are counted where they come themselves.
        let person = context.principal.role.isPrivate ? context.principal.person : nil
        guard person == nil || facts.open < facts.most else { throw WasteRefusal.complaintsUsedUp(facts.most) }
        let subject = Complaint.subject(id, of: person)
        return [
            ComplaintFiled(
                complaint: id, place: place, kind: kind, site: site, words: Personal(said, of: subject), photo: photo,
                answerBy: context.now.adding(seconds: facts.seconds),
                complainant: person.map { Personal($0, of: subject) })
        ]
    }
}

/// Somebody complains. The log says of what and where, and neither who nor in which words.
package struct ComplaintFiled: WasteEvent {
    package let complaint: ComplaintID
    package let place: DivisionID
    package let kind: ComplaintKind
    package var site: SiteID?
    package let words: Personal<String>
    package var photo: String?
    /// The last instant for an answer.
    package let answerBy: Instant
    /// Who came in person; absent where a desk wrote it down.
    package var complainant: Personal<PersonID>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let complaint = pass.value("complaint", \.complaint)
        let came = pass.optionalPersonal("complainant", \.complainant, of: Complaint.subject(complaint, of: nil))
        let owner = Complaint.subject(complaint, of: came?.content)
        return Self(
            complaint: complaint, place: pass.value("place", \.place), kind: pass.value("kind", \.kind),
            site: pass.optional("site", \.site), words: pass.personal("words", \.words, of: owner),
            photo: pass.optionalPaper("photo", \.photo), answerBy: pass.value("answerBy", \.answerBy),
            complainant: came.map { Personal($0.content, of: owner) })
    }

    package static let name = "complaintFiled"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.complaint = Complaint(id: complaint, place: place, person: complainant?.content, answerBy: answerBy)
    }
}
