import Kernel
import Platform

extension CLIText {
    static let importPapers = Message(
        zh: "收入一个文件夹里的凭据（照片、PDF、OFD），逐个答复", en: "Takes the papers of a folder (photos, PDF, OFD), an answer for each")
    static let papersFolder = Message(zh: "存放凭据的文件夹", en: "The folder with the papers")
    static let papers = Message(zh: "凭据的保管", en: "Care of the papers")
    static let papersClean = Message(
        zh: "清理没有任何记录用到的文件；刚交来的不动", en: "Takes away files that no entry names; what is fresh stays")
    static let papersHours = Message(zh: "多少小时内交来的算新的", en: "For how many hours a file counts as fresh")

    static func papersGone(_ count: Int) -> Message {
        Message(zh: "清理了 \(count) 个文件。", en: "\(count) files were taken away.")
    }

    static func papersCopied(_ count: Int) -> Message {
        Message(zh: "凭据 \(count) 份已一并复制。", en: "\(count) papers were copied with it.")
    }

    static func paperChanged(_ name: String) -> Message {
        Message(zh: "凭据 \(name) 已被改动或损坏。", en: "The paper \(name) was changed or damaged.")
    }

    static func paperStrange(_ name: String) -> Message {
        Message(zh: "凭据文件夹里有不属于本系统的文件：\(name)。", en: "A file that is none of ours among the papers: \(name).")
    }

    static func papersWhole(_ said: PapersVerified) -> Message {
        Message(
            zh: "凭据 \(said.whole) 份，均未改动（其中 \(said.unnamed) 份尚未用到，\(said.stale) 份已超过一天、下次清理时删除）；另有 "
                + "\(said.absent) 份只登记了校验值，文件不在本系统（其中 \(said.ended) 份已随本人信息销毁）。",
            en:
                "\(said.whole) papers, all unchanged (\(said.unnamed) not named yet, \(said.stale) of them older than a day: the "
                + "next sweep takes them); of \(said.absent) more only the mark is known here (\(said.ended) ended with the person "
                + "they were about)."
        )
    }

    static func uploadsOpen(_ count: Int) -> Message {
        Message(zh: "没传完的文件 \(count) 个，一天后删除。", en: "\(count) uploads are unfinished; they end after a day.")
    }
}
