package io.lintel.cli.credential;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws a QR code with characters: light modules are drawn and dark ones left out, so it is right on a dark terminal; most
 * phones read it inverted too.
 */
public final class QrCode {
    private static final int QUIET_ZONE = 2;
    private static final String HALVES = " \u2580\u2584\u2588";

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of a text. */
    public static QrCode of(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code", e);
        }
    }

    /** The lines of the drawing: half blocks where the terminal has them, else two number signs for each module. */
    public List<String> lines(Charset charset) {
        return charset.newEncoder().canEncode(HALVES) ? halfBlocks() : numberSigns();
    }

    private List<String> halfBlocks() {
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < modules.getHeight(); y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < modules.getWidth(); x++) {
                int upper = isLight(x, y) ? 1 : 0;
                int lower = y + 1 < modules.getHeight() && isLight(x, y + 1) ? 2 : 0;
                line.append(HALVES.charAt(upper + lower));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private List<String> numberSigns() {
        List<String> lines = new ArrayList<>();
        for (int y = 0; y < modules.getHeight(); y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < modules.getWidth(); x++) {
                line.append(isLight(x, y) ? "##" : "  ");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private boolean isLight(int x, int y) {
        return !modules.get(x, y);
    }
}
