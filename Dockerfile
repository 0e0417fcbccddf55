# The bot in a container. Without a token it starts the playground:
#   docker build -t nerazzurri . && docker run --rm -it -p 127.0.0.1:8080:8080 nerazzurri
# On Telegram: docker run -d --env-file .env -v nerazzurri:/data nerazzurri
FROM python:3.11-slim

RUN useradd --create-home --uid 10001 bot && mkdir /data && chown bot /data
COPY pyproject.toml constraints.txt README.md LICENSE /src/
COPY knowledge /src/knowledge
COPY bot /src/bot
RUN pip install --no-cache-dir --disable-pip-version-check -c /src/constraints.txt '/src[metrics]' && rm -r /src

USER bot
# The installed packages run, compiled, not a copy beside them; a relative DATA_DIR of an --env-file stays in the volume.
WORKDIR /data
# Inside the container all of its addresses; -p above decides who reaches them. The health page stays inside.
ENV DATA_DIR=/data PLAYGROUND_LISTEN=0.0.0.0:8080 HEALTH_LISTEN=127.0.0.1:8081 PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# Asks the address of HEALTH_LISTEN, whatever it is set to; "off" counts as healthy.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "import os, urllib.request as web; at = os.environ['HEALTH_LISTEN']; at == 'off' or web.urlopen(f'http://{at}/healthz', timeout=4)"]
CMD ["python", "-m", "bot"]
