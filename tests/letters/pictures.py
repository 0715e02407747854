"""A coat of arms made on the spot."""

import io

from PIL import Image, ImageDraw


def picture(mode="RGBA", size=(120, 150), kind="PNG"):
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    wide, high = size
    pen.polygon([(0, 0), (wide, 0), (wide, high * 0.6), (wide / 2, high), (0, high * 0.6)], "navy")
    out = io.BytesIO()
    image.convert(mode).save(out, kind)
    return out.getvalue()


COAT = picture()
