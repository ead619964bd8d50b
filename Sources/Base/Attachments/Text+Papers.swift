package import Kernel

extension PaperRejection {
    package var text: Message {
        switch self {
        case .empty: Message(zh: "文件是空的（0 字节）。", en: "The file is empty (0 bytes).")
        case .tooLarge(let limit):
            Message(zh: "文件超过 \(limit >> 20) MB。", en: "The file is larger than \(limit >> 20) MB.")
        case .notAPaper(let what):
            Message(zh: "这个文件\(PaperText.words(what).zh)，不能作为凭据。", en: "\(PaperText.words(what).en): it is no paper.")
        case .password: Message(zh: "PDF 设有密码，别人无法查看。", en: "The PDF is protected by a password: nobody could read it.")
        case .damaged(let kind):
            Message(
                zh: "\(PaperText.kind(kind).zh)文件已损坏，读不出内容。",
                en: "The file is damaged: nothing of the \(PaperText.kind(kind).en) can be read.")
        case .notHere: Message(zh: "本系统没有这份文件，或您无权查看。", en: "The house has no such paper, or it is not for you.")
        case .noRoom: Message(zh: "文件没有存下：存储空间写不进去。", en: "The file was not kept: the store cannot be written.")
        case .changed(let mark):
            Message(
                zh: "存放的文件已被改动或损坏（\(mark.prefix(12))…）。",
                en: "The kept file was changed or damaged (\(mark.prefix(12))…).")
        case .tooManyFiles(let limit): Message(zh: "一次最多交 \(limit) 个文件。", en: "At most \(limit) files at a time.")
        case .noPaperField: Message(zh: "这里不收文件。", en: "No paper is asked for here.")
        case .tooManyOpen(let limit):
            Message(
                zh: "没传完的文件太多（一个人最多 \(limit) 个）。",
                en: "Too many uploads are unfinished: one person may have \(limit).")
        case .noUpload: Message(zh: "没有这次上传，或已过期。", en: "There is no such upload, or it has run out.")
        case .moved: Message(zh: "文件已传到别的位置。", en: "The upload stands at another byte.")
        case .gone:
            Message(zh: "之前交来的文件已不在，或不归您查看。", en: "The file sent before is no longer here, or is not for you.")
        case .infected(let name):
            Message(zh: "杀毒程序在文件里查出 \(name)，没有收下。", en: "The virus scanner found \(name) in it: it was not taken.")
        case .notScanned:
            Message(zh: "杀毒程序没有应答，文件没有收下。", en: "The virus scanner does not answer: the file was not taken.")
        }
    }

    package var next: Message {
        switch self {
        case .empty: Message(zh: "请重新拍照或选择文件。", en: "Take the photo again, or choose the file again.")
        case .tooLarge: Message(zh: "请拍得小一些，或把文件分成几份。", en: "Take a smaller picture, or split the file.")
        case .notAPaper:
            Message(zh: "请交照片（JPEG、PNG、HEIC）、PDF 或 OFD。", en: "Send a photo (JPEG, PNG, HEIC), a PDF or an OFD.")
        case .password: Message(zh: "请去掉密码后再交。", en: "Take the password off, then send it again.")
        case .damaged:
            Message(zh: "请重新拍照、重新扫描，或换一个文件。", en: "Take the photo or the scan again, or choose another file.")
        case .notHere: Message(zh: "请核对地址，或登录后再看。", en: "Check the address, or sign in first.")
        case .noRoom: Message(zh: "请稍后再交，并告知管理员。", en: "Try again later, and tell the administrator.")
        case .changed:
            Message(
                zh: "请告知管理员：运行 qianmo verify，并从备份恢复。",
                en: "Tell the administrator: run qianmo verify, restore it from the backup.")
        case .tooManyFiles: Message(zh: "请分几次交。", en: "Send them one after another.")
        case .noPaperField: Message(zh: "请用要求文件的表单。", en: "Use the form that asks for it.")
        case .tooManyOpen:
            Message(zh: "请先把没传完的传完，或过一天再来。", en: "Finish some of them, or come back in a day.")
        case .noUpload: Message(zh: "请重新选择文件，从头上传。", en: "Choose the file again and begin anew.")
        case .moved: Message(zh: "请先查询已传到哪里，再接着传。", en: "Ask where it stands, and go on from there.")
        case .gone: Message(zh: "请重新选择文件再提交。", en: "Choose the file again, then send the form.")
        case .infected:
            Message(
                zh: "请在另一台设备上重新拍照或扫描，并请人检查您的设备。", en: "Make it anew on another device, and have yours looked at.")
        case .notScanned: Message(zh: "请过几分钟再交。", en: "Send it again in a few minutes.")
        }
    }
}

/// Words for papers.
package enum PaperText {
    package static func kind(_ kind: PaperKind) -> Message {
        switch kind {
        case .pdf: Message(zh: "PDF", en: "PDF")
        case .jpeg: Message(zh: "JPEG 照片", en: "JPEG picture")
        case .png: Message(zh: "PNG 图片", en: "PNG picture")
        case .heic: Message(zh: "HEIC 照片", en: "HEIC picture")
        case .tiff: Message(zh: "TIFF 扫描件", en: "TIFF scan")
        case .webp: Message(zh: "WebP 图片", en: "WebP picture")
        case .ofd: Message(zh: "OFD 版式文件", en: "OFD document")
        }
    }

    static func words(_ what: PaperRejection.NoPaper) -> Message {
        switch what {
        case .page: Message(zh: "是网页", en: "This is a web page")
        case .drawing: Message(zh: "是可能带程序的矢量图（SVG）", en: "This is a drawing that may hold programs (SVG)")
        case .archive: Message(zh: "是压缩包", en: "This is an archive")
        case .program: Message(zh: "是程序", en: "This is a program")
        case .unknown: Message(zh: "的格式不认识", en: "The kind of this file is not known")
        }
    }

    package static let looksAlike = Message(
        zh: "看起来与别处用过的一张照片相同，请点开对比。", en: "Looks like a photo used elsewhere: open it and compare.")

    package static func remark(_ remark: PaperRemark) -> Message {
        switch remark {
        case .incomplete:
            Message(zh: "文件可能不完整（结尾缺失），请核对。", en: "The file may be incomplete (its end is missing); look at it.")
        case .signed: Message(zh: "带电子签名，原样保存。", en: "Carries an electronic signature; kept as it came.")
        case .active: Message(zh: "含可执行内容，只显示成图片。", en: "Holds active content; shown as a picture only.")
        case .tooManyDots: Message(zh: "图片声称的像素过多，不生成预览。", en: "The picture claims too many dots; no preview is made.")
        case .place:
            Message(zh: "照片带拍摄位置；位置不对外提供。", en: "The photo says where it was taken; the place is not given out.")
        case .clockAhead:
            Message(zh: "相机时间晚于收到时间，不能作为日期依据。", en: "The camera's clock is ahead of the receipt; it proves no date.")
        case .noPreview: Message(zh: "无法生成预览，原件已保存。", en: "No preview can be made; the original is kept.")
        case .unscanned:
            Message(zh: "等待病毒检查，检查后才能查看。", en: "Waits for the virus scanner; it is shown once it was looked at.")
        case .infected:
            Message(
                zh: "杀毒程序查出病毒，不再提供查看。", en: "The virus scanner found something in it: it is given out to nobody.")
        }
    }
}
