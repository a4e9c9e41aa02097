package axial.privacy;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they are looked up: in small letters, without accents. */
final class Words {
    private Words() {}

    static String plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return withoutAccents(word);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }

    private static String withoutAccents(String word) {
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    switch (c) {
                        case 'ß' -> plain.append("ss");
                        case 'ø' -> plain.append('o');
                        case 'æ' -> plain.append("ae");
                        case 'œ' -> plain.append("oe");
                        case 'ł' -> plain.append('l');
                        case 'ı' -> plain.append('i');
                        default -> plain.appendCodePoint(c);
                    }
                });
        return plain.toString();
    }
}
