package io.lintel.cli.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String LINK =
            "lintel:1:1:o8_j4deDow1VG0cOCCDzz1nWLvfroJRvlgbBS9-Mnzo:cPcS3A4aunFq1jTyL0l3@127.0.0.1:7400";
    private static final int DARK = 0xff000000;
    private static final int LIGHT = 0xffffffff;
    private static final int SCALE = 4;

    @Test
    void whatIsDrawnWithHalfBlocksCanBeScanned() throws ReaderException {
        List<String> lines = QrCode.of(LINK).lines(StandardCharsets.UTF_8);
        boolean[][] light = new boolean[2 * lines.size()][lines.get(0).length()];
        for (int y = 0; y < light.length; y++) {
            for (int x = 0; x < light[y].length; x++) {
                char drawn = lines.get(y / 2).charAt(x);
                light[y][x] = drawn == '\u2588' || drawn == (y % 2 == 0 ? '\u2580' : '\u2584');
            }
        }

        assertEquals(LINK, scan(light));
    }

    @Test
    void whatIsDrawnWithNumberSignsCanBeScanned() throws ReaderException {
        List<String> lines = QrCode.of(LINK).lines(StandardCharsets.US_ASCII);
        boolean[][] light = new boolean[lines.size()][lines.get(0).length() / 2];
        for (int y = 0; y < light.length; y++) {
            for (int x = 0; x < light[y].length; x++) {
                light[y][x] = lines.get(y).charAt(2 * x) == '#';
            }
        }

        assertEquals(LINK, scan(light));
    }

    @Test
    void itFitsIntoATerminalOfEightyColumns() {
        QrCode.of(LINK).lines(StandardCharsets.UTF_8).forEach(line -> assertTrue(line.length() < 60));
    }

    private static String scan(boolean[][] light) throws ReaderException {
        int height = light.length * SCALE;
        int width = light[0].length * SCALE;
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = light[i / width / SCALE][i % width / SCALE] ? LIGHT : DARK;
        }
        LuminanceSource picture = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}
