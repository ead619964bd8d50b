package import Kernel
package import Registry

package enum BoardNoticeName {}
package enum BoardObjectionName {}

/// An objection as the notice board names it, so that whoever objects in one place is seen in both.
package struct BoardObjection: FieldRecord, Hashable {
    /// The notice of the lot's result.
    package let notice: Identifier<BoardNoticeName>
    package let objection: Identifier<BoardObjectionName>

    package init(notice: Identifier<BoardNoticeName>, objection: Identifier<BoardObjectionName>) {
        self.notice = notice
        self.objection = objection
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(notice: pass.value("notice", \.notice), objection: pass.value("objection", \.objection))
    }

    /// The objection raised at the lot itself; nil where the lot's name leaves no room for one.
    init?(lot: LotID, result entry: Int64, number: Int64) {
        guard let notice = Identifier<BoardNoticeName>(Self.noticeName(of: lot, result: entry)),
            let objection = Identifier<BoardObjectionName>("\(lot)-objection-\(number)")
        else { return nil }
        self.init(notice: notice, objection: objection)
    }

    /// The name of the notice that shows the result published by an entry of the log.
    package static func noticeName(of lot: LotID, result entry: Int64) -> String { "\(lot)-result-\(entry)" }
}
