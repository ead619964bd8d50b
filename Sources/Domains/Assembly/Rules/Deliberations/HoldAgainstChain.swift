package import Kernel
package import Registry
package import Storage

/// Holds the use of a resolution against the chain its county asks of the matter (record 0257). What is not through it yet is
/// refused, and the lot, contract or payment that used it with it; nothing is written.
package struct HoldAgainstChain: AssemblyCommand {
    package let resolution: ResolutionID

    package init(resolution: ResolutionID) { self.resolution = resolution }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(resolution: pass.value("resolution", \.resolution))
    }

    package static let name = "holdAgainstChain"
    package static var title: Message { AssemblyText.holdAgainstChain }
    package static let access: Access = .installation
    package static let refusals: [AssemblyRefusal] = [.notDeliberated, .deliberationUnfinished]

    package func stream(_ context: Context) -> StreamID { StreamID("chain", resolution.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        /// The row that asks for the chain, as it stood on the day of the vote; nil where none does.
        package let asked: ParameterValue?
        package let matter: ResolutionMatter?
        package let deliberation: Deliberation?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let asked = facts.asked, asked.flag, let matter = facts.matter else { return [] }
        guard let found = facts.deliberation else {
            throw AssemblyRefusal.notDeliberated(matter.label, asked.source, asked.validFrom)
        }
        guard let usable = found.usableFrom, usable <= context.now.date else {
            throw AssemblyRefusal.deliberationUnfinished(found.standing)
        }
        return []
    }
}
