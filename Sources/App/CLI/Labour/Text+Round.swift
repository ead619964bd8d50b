import Kernel
import Labour

/// Words of `verify round`.
enum RoundCLIText {
    static let abstract = Message(
        zh: "核对一次撮合：岗位分得最好，别的分法不可能。", en: "Check a round: the seats are a best way, and no other was possible.")
    static let id = Message(zh: "场次，如 village-3。", en: "The round, for example village-3.")

    static func unknown(_ id: String) -> Message {
        Message(zh: "台账里没有场次“\(id)”。", en: "The log has no round “\(id)”.")
    }

    static func result(_ found: RoundAudit.Result, _ id: String) -> Message {
        let words =
            switch found.finding {
            case .ok: Message(zh: "核对无误：没有更好的分法，相同的由事先定下的抽签决定", en: "the proof holds; equals were decided by the draw")
            case .seed: Message(zh: "抽签种子与事先公布的摘要不符", en: "the seed is not the one committed to before")
            case .rows: Message(zh: "记录自相矛盾", en: "the rows contradict one another")
            case .groups: Message(zh: "结伴的没有整伙安排，或没有按次序轮到", en: "a crew is split, or was not given its turn")
            case .certificate: Message(zh: "证明不成立：\(found.certificate)", en: "the proof fails: \(found.certificate)")
            case .draw: Message(zh: "抽签结果不是这样", en: "the draw gives another result")
            case .seats: Message(zh: "有的岗位当时已经有人", en: "somebody had one of the seats already")
            }
        let kind = found.isRefill ? Message(zh: "（补空岗）", en: " (seats that came free)") : Message(zh: "", en: "")
        return Message(
            zh: "\(id)\(kind.zh)：\(found.seekers) 人，\(found.seats) 个空岗，邀约 \(found.offered) 人；\(words.zh)。",
            en:
                "\(id)\(kind.en): \(found.seekers) people, \(found.seats) free seats, \(found.offered) offered; \(words.en)."
        )
    }
}
