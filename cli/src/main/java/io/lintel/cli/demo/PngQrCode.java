package io.lintel.cli.demo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads the QR code in a picture as it was drawn. */
public final class PngQrCode {
    private static final Pattern PICTURE =
            Pattern.compile("(?i)content-type: image/png.*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    private PngQrCode() {}

    /** What the first picture of a mail says. */
    static String mailed(String mail) {
        Matcher picture = PICTURE.matcher(mail);
        if (!picture.find()) {
            throw new StoryException("the mail has no picture");
        }
        return text(Base64.getMimeDecoder().decode(picture.group(1)));
    }

    /**
     * What a picture says.
     *
     * @param png the file's octets
     * @throws StoryException where it is no picture of a QR code
     */
    public static String text(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            if (image == null) {
                throw new StoryException("the octets are no picture");
            }
            return read(image);
        } catch (IOException | ReaderException e) {
            throw new StoryException("the picture is no QR code", e);
        }
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        // The picture is as it was drawn. A search for the code in it fails for one random link in a hundred (44 of
        // 4,000, ZXing 3.5.4), where something in the code looks like a corner; a camera's next picture differs.
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
