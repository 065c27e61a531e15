package io.lintel.connectors;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.lintel.crypto.Bytes;
import java.util.Map;

/** A QR code as a picture that people print, mail and scan from a screen ({@code ACT-02}). */
public final class QrImage {

    /** What scanners need around a code (ISO/IEC 18004, 9.1), in modules. */
    private static final int QUIET_ZONE = 4;

    /** Pixels of one module: a code of ours is about 450 pixels wide, sharp on paper as well. */
    private static final int MODULE_PIXELS = 8;

    private QrImage() {}

    /**
     * Draws a text as a PNG file, black on white.
     *
     * @throws IllegalArgumentException where the text is empty or too long for a QR code
     */
    public static Bytes png(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return Png.ofBlackAndWhite(
                    modules.getWidth() * MODULE_PIXELS,
                    modules.getHeight() * MODULE_PIXELS,
                    (x, y) -> modules.get(x / MODULE_PIXELS, y / MODULE_PIXELS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text is too long for a QR code", e);
        }
    }
}
