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

    static let papersScan = Message(zh: "把全部凭据交给杀毒程序检查", en: "Shows every paper to a virus scanner")
    static let papersGet = Message(
        zh: "把一份凭据按原样取出（含可执行内容的 PDF 网页上只给图片）",
        en: "Writes a paper as it came; pages give out pictures only of what may harm its reader")
    static let paperMark = Message(zh: "凭据的校验值（SHA-256）", en: "The paper's SHA-256")
    static let scan = Message(
        zh: "杀毒程序 clamd 的地址：clamd:/run/clamav/clamd.ctl 或 clamd:127.0.0.1:3310；不给则不检查",
        en:
            "Where the virus scanner listens: clamd:/run/clamav/clamd.ctl or clamd:127.0.0.1:3310. Without one papers are not scanned"
    )
    static let scanAway = Message(
        zh: "杀毒程序没有应答时：refuse 不收文件；hold 先收下，检查前谁也看不到",
        en:
            "While it does not answer: refuse takes no papers; hold takes them and shows them to nobody until they were scanned"
    )
    static let ocr = Message(
        zh: "用 tesseract 识别凭据上的文字，供岗位查找：chi_sim；不给则不识别",
        en: "Reads papers by tesseract, so that desks find them by their words: chi_sim. Without it none is read")
    static func noReading(_ languages: String) -> Message {
        Message(
            zh: "没有 tesseract，或没有这种文字：\(languages)。请安装 tesseract-ocr-chi-sim。",
            en: "There is no tesseract, or it does not read \(languages): install tesseract-ocr-chi-sim.")
    }

    static let scannerAway = Message(zh: "杀毒程序没有应答。", en: "The virus scanner does not answer.")

    static func paperInfected(_ mark: String) -> Message {
        Message(
            zh: "凭据 \(mark) 查出病毒，已停止提供查看。",
            en: "Something was found in the paper \(mark): it is given out to nobody any more.")
    }

    static func papersScanned(_ count: Int, _ found: Int) -> Message {
        Message(
            zh: "检查了 \(count) 份，查出 \(found) 份。", en: "\(count) papers were scanned; something was found in \(found).")
    }

    static func papersHeld(_ said: PapersVerified) -> Message {
        Message(
            zh: "其中等待病毒检查 \(said.unscanned) 份，查出病毒 \(said.infected) 份，均不提供查看。",
            en:
                "Of them \(said.unscanned) wait for the virus scanner and in \(said.infected) it found something: none is shown."
        )
    }

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
