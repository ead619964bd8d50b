package import Kernel

extension Identifier where Named == DivisionName {
    /// Above every place: the administrator and the program itself are responsible for all.
    static var installation: DivisionID { wellFormed("root") }
}

extension Principal {
    /// The program itself: due acts and policies.
    package static let theHouse = Principal(
        person: wellFormed("system"), role: .system, office: wellFormed("system"), division: .installation)

    /// The built-in office `admin`, registered nowhere: it opens all others.
    package static let administrator = Principal(
        person: wellFormed("admin"), role: .administrator, office: wellFormed("admin"), division: .installation)
}

private func wellFormed<Named>(_ text: String) -> Identifier<Named> {
    guard let identifier = Identifier<Named>(text) else { preconditionFailure("\(text) is well formed") }
    return identifier
}
