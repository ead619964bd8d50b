package import Kernel

extension Identifier where Named == DataSubjectName {
    /// Whom one thing of a kind is about: `worker.w-1`. A name that leaves no room for its kind stands by its digest: no two
    /// things share a key, for the end of one must not be the end of the other.
    package init(_ kind: SubjectKind, named name: String) {
        let digest = Hash.file(Array(name.utf8)).hex.prefix(40)
        guard let subject = Self("\(kind.rawValue).\(name)") ?? Self("\(kind.rawValue)..\(digest)") else {
            preconditionFailure("\(kind) leaves room for a digest")
        }
        self = subject
    }
}
